"""What a finished ordinance has to pass before it goes out."""
