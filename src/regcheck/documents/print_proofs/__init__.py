"""Printed = proved: what is printed, read back from its words alone, held against the specification.

conditions, periods → pairs → prove (the prover's answers) → lines of the ledger
"""
