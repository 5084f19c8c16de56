"""Floor 5: obligations, engines and verdicts; Z3 is imported here and nowhere else."""
