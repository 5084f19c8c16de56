"""Floor 6: the pipeline of phases and its report."""
