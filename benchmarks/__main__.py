"""All figures in one run: ``python benchmarks``. Each file also runs alone; run them on a machine at rest."""

import grid
import growth
import offers
import page
import round_trip
import save
import start
import walk
import way_home

for part in (save, growth, offers, page, grid, round_trip, start, walk, way_home):
    part.main()
