import type { Nodes, Parents, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { Fragment, type ReactNode } from 'react';

/** What becomes of a stretch of plain text (citation marks in it), and which links may be followed. */
export interface MarkdownRules {
  readonly renderText: (text: string) => ReactNode;
  readonly allowsLink: (url: string) => boolean;
}

/**
 * Markdown as React elements. Only what is named here is rendered: HTML shows as its text, pictures as their
 * descriptions, links that are not allowed as their words.
 */
export function renderMarkdown(markdown: string, rules: MarkdownRules): ReactNode {
  return renderChildren(fromMarkdown(markdown), rules);
}

/** The `<li>`s of a text that is a list, for a list that is put together piece by piece. */
export function renderListItems(markdown: string, rules: MarkdownRules): ReactNode {
  const root = fromMarkdown(markdown);
  const [first] = root.children;
  return renderChildren(first?.type === 'list' ? first : root, rules);
}

function renderChildren(parent: Parents, rules: MarkdownRules): ReactNode {
  return parent.children.map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a growing text's nodes keep their positions
    <Fragment key={index}>{renderNode(child as RootContent, rules)}</Fragment>
  ));
}

function renderNode(node: Nodes, rules: MarkdownRules): ReactNode {
  switch (node.type) {
    case 'text':
      return rules.renderText(node.value);
    case 'html':
      return node.value;
    case 'paragraph':
      return <p>{renderChildren(node, rules)}</p>;
    case 'heading':
      return <h4>{renderChildren(node, rules)}</h4>;
    case 'strong':
      return <strong>{renderChildren(node, rules)}</strong>;
    case 'emphasis':
      return <em>{renderChildren(node, rules)}</em>;
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? 1}>{renderChildren(node, rules)}</ol>
      ) : (
        <ul>{renderChildren(node, rules)}</ul>
      );
    case 'listItem':
      return <li>{renderTight(node, rules)}</li>;
    case 'blockquote':
      return <blockquote>{renderChildren(node, rules)}</blockquote>;
    case 'inlineCode':
    case 'code':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'image':
      return node.alt ?? '';
    case 'link':
      return rules.allowsLink(node.url) ? (
        <a href={node.url}>{renderChildren(node, rules)}</a>
      ) : (
        renderChildren(node, rules)
      );
    case 'linkReference':
      // A text that defines `[1]: …` makes references of its citation marks.
      return rules.renderText(`[${node.label ?? node.identifier}]`);
    default:
      return 'children' in node ? renderChildren(node as Parents, rules) : null;
  }
}

/** A list item's only paragraph stands without paragraph spacing. */
function renderTight(item: Extract<Nodes, { type: 'listItem' }>, rules: MarkdownRules): ReactNode {
  return item.children.map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={index}>
      {child.type === 'paragraph' ? renderChildren(child, rules) : renderNode(child, rules)}
    </Fragment>
  ));
}
