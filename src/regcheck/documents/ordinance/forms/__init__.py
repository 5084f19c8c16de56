"""様式: which provisions ask for what, whether the forms ask for it all, and their pages."""
