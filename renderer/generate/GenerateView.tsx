export function GenerateView() {
  return <main />;
}
