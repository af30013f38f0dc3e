import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { notModelled } from '../../engine/schema/notModelled.ts';

/** No document names these limits. The largest queries of the base components have some hundred tokens. */
const MOST_TOKENS = 10_000;
const MOST_LEVELS = 100;
/** The validation compares each fragment with each other. */
const MOST_SPREADS = 100;

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Finds why a document is too long or too deep for the parser, which needs a part of the stack for each level. Throws a GraphQLError
 * for a character that no token has, as the parser does.
 */
export function findExcess(query: string): GraphQLError | null {
  const lexer = new Lexer(new Source(query));
  let depth = 0;
  let spreads = 0;
  for (let tokens = 1; tokens <= MOST_TOKENS; tokens++) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) return null;
    if (OPENING.has(kind)) depth += 1;
    if (CLOSING.has(kind)) depth -= 1;
    if (kind === TokenKind.SPREAD) spreads += 1;
    if (spreads > MOST_SPREADS) return excess('A query spreads at most 100 fragments');
    if (depth > MOST_LEVELS) return excess('A query is nested at most 100 deep');
  }
  return excess('A query has at most 10,000 tokens');
}

function excess(message: string): GraphQLError {
  return new GraphQLError(notModelled(message), {
    extensions: { ErrorType: 'ExceededQueryLimit' }
  });
}
