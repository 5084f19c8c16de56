"""One module per verb of the command line, loaded when the verb is called."""
