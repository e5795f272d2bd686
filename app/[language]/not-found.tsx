import { NothingHere } from '../ui/page/nothing-here.tsx';

export default function NotFound() {
  return <NothingHere />;
}
