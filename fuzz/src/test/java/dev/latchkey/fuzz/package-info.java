/** What the fuzz targets share, and the test that replays their seeds. A target stands in the package of what it aims at. */
@NullMarked
package dev.latchkey.fuzz;

import org.jspecify.annotations.NullMarked;
