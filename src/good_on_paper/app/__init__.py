"""The front door: the command, and JupyterLab set up for the kit."""
