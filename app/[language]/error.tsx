'use client';
import { Broken } from '../ui/page/broken.tsx';

export default function ErrorPage({ reset }: { reset: () => void }) {
  return <Broken onAgain={reset} />;
}
