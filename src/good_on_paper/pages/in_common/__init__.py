"""The page on what recurs behind the jobs that went well."""
