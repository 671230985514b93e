// The page that searches in the browser: starts when it is open.

import { FindPage } from "./find_page.js";

const main = document.querySelector("[data-find]");

if (main) new FindPage(main).start();
