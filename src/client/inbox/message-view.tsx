import type { DeskAttachment, DeskMessage, DeskSentGuide } from '../../core/ticket/browser.ts';
import { fillIn } from '../agent/browser.ts';
import { GuideTitle } from './guide-title.tsx';
import { useScene } from './scene.ts';
import { textPieces } from './text-pieces.ts';
import { beginLarge, momentWords } from './time-words.ts';

/** One message: whose it is, when, its words, its files and its guides. */
export function MessageView({ message }: { readonly message: DeskMessage }) {
  const { state, words, lang, now } = useScene();
  const { id, kind, text, createdAt, attachments, guides } = message;
  const ticket = state.thread?.thread?.ticket;
  const isNew = state.thread?.overtaken.includes(id) ?? false;
  const isMine = message.author !== undefined && message.author === state.me?.agent.id;
  const author = isMine ? beginLarge(words.talk.you) : (message.authorName ?? '');
  const isLeaving = state.thread?.undo?.message === id;
  return (
    <article class={`inbox__message is-${kind}${isNew ? ' is-new' : ''}`}>
      <p class="inbox__by">
        <b>{words.kind[kind]}</b> {author}{' '}
        <time class="numbers soft" dateTime={createdAt}>
          {momentWords(createdAt, now, lang)}
        </time>
        {isNew && <span class="inbox__came"> {words.talk.came}</span>}
        {isLeaving && <span class="soft"> {words.talk.notYet}</span>}
      </p>
      <MessageText text={text} lang={kind === 'note' ? undefined : ticket?.lang} />
      {attachments.length > 0 && (
        <ul class="inbox__files">
          {attachments.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
            </li>
          ))}
        </ul>
      )}
      {guides.length > 0 && (
        <ul class="inbox__sent-guides">
          {guides.map((guide) => (
            <li key={guide.problem}>
              <SentGuide guide={guide} lang={ticket?.lang ?? 'id'} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

interface MessageTextProps {
  readonly text: string;
  readonly lang: string | undefined;
}

/** Words as they were written; nothing of them becomes markup. */
function MessageText({ text, lang }: MessageTextProps) {
  const { settings } = useScene();
  const origins = [location.origin, ...(settings.site === undefined ? [] : [settings.site])];
  return (
    <p class="inbox__words" lang={lang}>
      {textPieces(text, origins).map((piece, index) =>
        piece.path === undefined ? (
          piece.text
        ) : (
          <a key={index} href={piece.path} target="_blank" rel="noopener">
            {piece.text}
          </a>
        ),
      )}
    </p>
  );
}

function FileLink({ file }: { readonly file: DeskAttachment }) {
  const { words } = useScene();
  const { name, type, bytes, url } = file;
  // The server writes these; anything that would lead off the site is no file of a ticket.
  if (!/^\/(?!\/)/.test(url)) return <span>{name}</span>;
  const size = `${String(Math.max(1, Math.round(bytes / 1024)))} kB`;
  return (
    <a href={url} target="_blank" rel="noopener">
      {type.startsWith('image/') && <img src={url} alt={fillIn(words.talk.image, { name })} loading="lazy" />}
      <span>
        {name} <span class="soft numbers">{size}</span>
      </span>
    </a>
  );
}

function SentGuide({ guide, lang }: { readonly guide: DeskSentGuide; readonly lang: 'id' | 'en' }) {
  const { words } = useScene();
  const { problem, form, solved } = guide;
  return (
    <>
      <GuideTitle id={problem} lang={lang} /> <span class="soft">{words.form[form]}</span>
      {solved !== undefined && (
        <b class={solved ? 'inbox__good' : 'inbox__bad'}>
          {' '}
          {solved ? words.talk.solvedIt : words.talk.didNot}
        </b>
      )}
    </>
  );
}
