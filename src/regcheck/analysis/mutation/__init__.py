"""Testing the tests of a law: what is changed in a spec, and what notices it.

Owns: mutants of a specification, the search for what kills each, and what tells the survivors apart.
Refuses to know: files on disk, terminals, how the outcome is shown.

A mutant is the spec with one small slip of the pen. Read in this order: edit (what a slip is), operators (which
slips a node allows), walk (slips anywhere in a tree), mutants (slips of whole files), sight (who can see a
slip), trial (who notices it), twins (whether it can be noticed at all), run (all of it).
"""
