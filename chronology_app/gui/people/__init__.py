"""People and designations: who is on the list, and who or what the machine thinks should be."""
