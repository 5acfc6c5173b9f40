import type { ComponentChildren } from 'preact';
import type { DeskStory, DeskThread } from '../../core/ticket/browser.ts';
import { writeAddress } from './address.ts';
import { GuideTitle } from './guide-title.tsx';
import { useScene } from './scene.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { momentWords } from './time-words.ts';

/** What is known beside the conversation: guides that fit, and what the reader went through before. */
export function StoryView() {
  const { state, words } = useScene();
  const thread = state.thread?.thread;
  return (
    <section class="inbox__story" aria-label={words.story.label}>
      {thread && (
        <>
          <p class="inbox__way">
            <a href={writeAddress({ part: 'talk', ticket: thread.ticket.id })}>{words.talk.toTalk}</a>
          </p>
          <SuggestionList />
          <About thread={thread} />
          {thread.story && <Story story={thread.story} lang={thread.ticket.lang} />}
          <Earlier thread={thread} />
        </>
      )}
    </section>
  );
}

/** What the ticket is about, and who wrote it. */
function About({ thread: { ticket } }: { readonly thread: DeskThread }) {
  const { inbox, words, settings, lang, now } = useScene();
  const text = words.story;
  return (
    <dl class="inbox__about">
      <dt>{text.problem}</dt>
      <dd>
        {ticket.problem === undefined ? (
          text.unknownProblem
        ) : (
          <GuideTitle id={ticket.problem} lang={ticket.lang} />
        )}{' '}
        <button
          type="button"
          class="inbox__link"
          onClick={() => {
            inbox.take({ kind: 'dialog-opened', dialog: 'classify' });
          }}
        >
          {text.change}
        </button>
      </dd>
      <dt id="inbox-service">{text.service}</dt>
      <dd>
        <select
          aria-labelledby="inbox-service"
          value={ticket.service ?? ''}
          onChange={({ currentTarget: { value: service } }) => {
            if (service !== '') void inbox.talk.act({ kind: 'classify', service });
          }}
        >
          <option value="">{text.noService}</option>
          {settings.services.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </dd>
      {(ticket.email ?? ticket.phone) !== undefined && (
        <>
          <dt>{text.reader}</dt>
          <dd>{[ticket.email, ticket.phone].filter(Boolean).join(' · ')}</dd>
        </>
      )}
      <dt>{text.channel}</dt>
      <dd>
        {words.channel[ticket.channel]}, {momentWords(ticket.createdAt, now, lang)}
      </dd>
    </dl>
  );
}

function Story({ story, lang }: { readonly story: DeskStory; readonly lang: 'id' | 'en' }) {
  const { words } = useScene();
  const text = words.story;
  const percent = new Intl.NumberFormat(lang, { style: 'percent' });
  return (
    <>
      {story.candidates.length > 0 && (
        <Part title={text.candidates}>
          <ol class="inbox__candidates">
            {story.candidates.map(({ id, title, probability }) => (
              <li key={id}>
                <span lang={lang}>{title}</span> <span class="numbers">{percent.format(probability)}</span>
              </li>
            ))}
          </ol>
        </Part>
      )}
      {story.tried.length > 0 && (
        <Part title={text.tried}>
          <ol lang={lang}>
            {story.tried.map(({ action, result }, index) => (
              <li key={index}>
                {action} <span class="soft">{result}</span>
              </li>
            ))}
          </ol>
        </Part>
      )}
      {story.signs.length > 0 && (
        <Part title={text.signs}>
          <dl lang={lang}>
            {story.signs.map(({ ask, reply }, index) => (
              <div key={index}>
                <dt>{ask}</dt>
                <dd>{reply}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {story.said.length > 0 && (
        <Part title={text.said}>
          {story.said.map((said, index) => (
            <p key={index} class="inbox__words" lang={lang}>
              {said}
            </p>
          ))}
        </Part>
      )}
      {story.summary !== '' && (
        <details>
          <summary>{text.summary}</summary>
          <p class="inbox__words" lang={lang}>
            {story.summary}
          </p>
        </details>
      )}
    </>
  );
}

function Earlier({ thread: { earlier } }: { readonly thread: DeskThread }) {
  const { words, lang, now } = useScene();
  if (!earlier || earlier.length === 0) return null;
  return (
    <Part title={words.story.earlier}>
      <ul class="plain">
        {earlier.map(({ id, subject, status, createdAt }) => (
          <li key={id}>
            <a href={writeAddress({ part: 'talk', ticket: id })}>{subject}</a>{' '}
            <span class="soft numbers">
              {words.status[status]}, {momentWords(createdAt, now, lang)}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="inbox__part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
