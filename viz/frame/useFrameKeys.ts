import { useEffect } from 'react';
import { useGo } from '../state/asOf.ts';

/** `/` and Ctrl+K lead to the search box from anywhere, unless someone is typing. */
export function useFrameKeys(): void {
  const go = useGo();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!command && (event.key !== '/' || isTyping(event))) return;
      event.preventDefault();
      const box = document.querySelector<HTMLInputElement>('#search-box input');
      if (box === null) go('/search');
      else box.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [go]);
}

/** Single keys rest while one types or composes Chinese. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  return (
    event.target instanceof HTMLElement &&
    event.target.closest('input, textarea, select, [contenteditable="true"]') !== null
  );
}
