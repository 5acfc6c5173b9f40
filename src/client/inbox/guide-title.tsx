import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../core/article/browser.ts';
import { useScene } from './scene.ts';

interface GuideTitleProps {
  readonly id: string;
  readonly lang: Language;
}

/** The title of a guide, linked to its short address; its id until that is known. */
export function GuideTitle({ id, lang }: GuideTitleProps) {
  const { readGuide } = useScene().inbox;
  const [guide, setGuide] = useState<{ readonly title: string; readonly link: string }>();
  useEffect(() => {
    let isMeant = true;
    readGuide(id, lang).then(
      (found) => {
        if (isMeant) setGuide(found);
      },
      () => undefined,
    );
    return () => {
      isMeant = false;
    };
  }, [id, lang, readGuide]);
  if (!guide) return <span>{id}</span>;
  return (
    <a href={guide.link} target="_blank" rel="noopener" lang={lang}>
      {guide.title}
    </a>
  );
}
