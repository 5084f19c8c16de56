"""One module per family of codes; a payload class per code, with its words in Japanese and English."""
