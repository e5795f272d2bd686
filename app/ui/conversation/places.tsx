'use client';
import { createContext, type MouseEvent, use } from 'react';

/** Opens a place of the report, given as a link, without leaving the page. */
export type OpenPlace = (url: string) => void;

const PlacesContext = createContext<OpenPlace | undefined>(undefined);

/** Where citations open; without one they are ordinary links. */
export const PlacesProvider = PlacesContext;

/** What a link to a place does when it is chosen: a plain click opens it here, any other as the browser would. */
export function useOpenPlace(url: string): (event: MouseEvent) => void {
  const open = use(PlacesContext);
  return (event) => {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!open || !plain) return;
    event.preventDefault();
    open(url);
  };
}
