"""All figures in one run: ``python benchmarks``. Each file also runs alone; run them on a machine at rest."""

import grid
import growth
import long_life
import offers
import page
import round_trip
import save
import start
import walk
import way_home

for part in (save, growth, offers, page, long_life, grid, round_trip, start, walk, way_home):
    part.main()
