"""Good on Paper: what recurs behind the jobs that went well, and what to ask next."""
