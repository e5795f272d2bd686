export default function Page() {
  return <main>章问</main>;
}
