"""The page of what recurs behind the jobs that went well."""
