"""All figures in one run: ``python benchmarks``. Each file also runs alone; run them on a machine at rest."""

import grid
import page
import save
import start

for part in (save, page, grid, start):
    part.main()
