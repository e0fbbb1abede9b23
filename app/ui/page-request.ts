import { createContext } from "react";

/** What a page may know of its own request: the script nonce, and the id to read out when something broke. */
export const PageRequest = createContext({ nonce: "", requestId: "" });

/** Whether this page should be light: no letters of its own, small photos, and only those that matter. */
export const SavesData = createContext(false);
