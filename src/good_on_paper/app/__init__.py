"""The entry to the kit: the command, and JupyterLab set up for the kit."""
