import { useId, useRef, useState } from 'react';
import type { Citation } from '../../../lib/answer/answer.ts';
import { fill } from '../../../lib/wording/fill.ts';
import { useWording } from '../interface.tsx';
import { LANGUAGE_TAGS } from '../language.ts';
import styles from './citation.module.css';
import { placeName } from './citation-place.ts';
import { useOpenPlace } from './places.tsx';
import { QuotationCard } from './quotation-card.tsx';

/** Milliseconds: a pointer that only passes shows nothing, and may take as long to reach the card. */
const HOVER_DELAY = 150;

/** A citation's number and chapter; pointing at it shows the quotation, choosing it opens the report there. */
export function CitationChip({ citation }: { citation: Citation }) {
  const wording = useWording();
  const openPlace = useOpenPlace(citation.url);
  const [shown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const link = useRef<HTMLAnchorElement>(null);
  const cardId = useId();

  const soon = (show: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(show), HOVER_DELAY);
  };
  const now = (show: boolean) => {
    clearTimeout(timer.current);
    setShown(show);
  };
  const onPointer = {
    onPointerEnter: (event: { pointerType: string }) => event.pointerType === 'mouse' && soon(true),
    onPointerLeave: () => soon(false),
  };
  return (
    <>
      <a
        ref={link}
        className={styles.chip}
        href={citation.url}
        aria-label={fill(wording.conversation.openPlace, {
          place: `[${citation.id}] ${placeName(citation, wording)}`,
        })}
        aria-describedby={shown ? cardId : undefined}
        onClick={(event) => {
          now(false);
          openPlace(event);
        }}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && now(true)}
        onBlur={() => now(false)}
        onKeyDown={(event) => event.key === 'Escape' && now(false)}
        {...onPointer}
      >
        <span className={styles.number}>{citation.id}</span>
        <span lang={LANGUAGE_TAGS.zh}>{citation.chapter}</span>
      </a>
      {shown && <QuotationCard id={cardId} citation={citation} anchor={link} {...onPointer} />}
    </>
  );
}
