// @ts-check
// What pages can do that need no framework: the theme everywhere, outline, search and print where a report is read.
import { followOutline } from './outline.js';
import { offerPrint } from './print.js';
import { searchReport } from './search.js';
import { switchTheme } from './theme.js';

switchTheme();
followOutline();
searchReport();
offerPrint();
