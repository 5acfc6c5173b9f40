import { fillIn } from '../agent/browser.ts';
import { useScene } from './scene.ts';

/** What the inbox says for a while; read out too. */
export function NoticeLine() {
  const { state, words } = useScene();
  const { notice } = state;
  return (
    <p class="inbox__notice" role="status" key={notice?.number}>
      {notice && fillIn(words.notice[notice.name], { detail: notice.detail ?? '' }).trim()}
    </p>
  );
}
