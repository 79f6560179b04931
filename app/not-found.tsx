import { NotFound } from "#shell";

export default function NotFoundPage() {
  return <NotFound />;
}
