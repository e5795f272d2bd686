'use client';
import { useEffect } from 'react';

/** What JavaScript adds to reading: the outline follows. */
export function ReadingTools() {
  useEffect(followOutline, []);
  return null;
}

/** Marks the outline's link to what is being read. */
function followOutline(): () => void {
  const links = new Map(
    Array.from(document.querySelectorAll<HTMLAnchorElement>('#outline a'), (link) => [
      link.hash.slice(1),
      link,
    ]),
  );
  const inView = new Set<string>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inView.add(target.id);
        else inView.delete(target.id);
      }
      // A section stands within its chapter and comes later in the tree: the last is the most exact.
      const current = [...links.keys()].filter((id) => inView.has(id)).at(-1);
      for (const [id, link] of links) {
        if (id === current) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
    },
    // A line a quarter down the window.
    { rootMargin: '-25% 0px -74% 0px' },
  );
  for (const id of links.keys()) {
    const element = document.getElementById(id);
    if (element) observer.observe(element);
  }
  return () => observer.disconnect();
}
