import { notFound } from 'next/navigation';

/** Any address that is no page, in the reader's language. */
export default function Nothing(): never {
  notFound();
}
