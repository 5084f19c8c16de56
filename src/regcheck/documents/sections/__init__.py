"""The sections of a document, one function each: Material in, Section out."""
