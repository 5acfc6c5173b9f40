import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One import of one file; both paths start at the top of the repository. */
export interface Import {
  readonly from: string;
  /** The file that a relative import means, else the specifier as it stands (`node:fs`, `astro:content`, `lunr`). */
  readonly to: string;
  readonly line: number;
  /** True when nothing of it is left at run time. */
  readonly isType: boolean;
}

/** Every import, re-export, dynamic import and type import of the .ts, .mjs and .astro files below `folders`. */
export function readImports(root: string, folders: readonly string[]): readonly Import[] {
  return folders
    .flatMap((folder) => listSources(path.join(root, folder)))
    .flatMap((file) => {
      const from = path.relative(root, file).split(path.sep).join('/');
      return importsOf(from, readFileSync(file, 'utf8'));
    });
}

function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mts|mjs|js|tsx|astro)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** The imports of one file's text. Of an .astro file, its front matter and its scripts are read. */
export function importsOf(from: string, text: string): readonly Import[] {
  const code = from.endsWith('.astro') ? codeOfAstro(text) : text;
  const source = ts.createSourceFile(from, code, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier) {
      const line = source.getLineAndCharacterOfPosition(specifier.getStart(source)).line + 1;
      imports.push({ from, to: resolve(from, specifier.text), line, isType: isTypeImport(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/** Everything but the code becomes blank, so that lines keep their numbers. */
function codeOfAstro(text: string): string {
  const blocks = [...text.matchAll(/^---\n([\s\S]*?)\n---|<script\b[^>]*>([\s\S]*?)<\/script>/g)];
  let code = text.replaceAll(/[^\n]/g, ' ');
  for (const { index, 0: whole, 1: matter, 2: script } of blocks) {
    const part = matter ?? script ?? '';
    const start = index + whole.indexOf(part);
    code = code.slice(0, start) + part + code.slice(start + part.length);
  }
  return code;
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
    return ts.isStringLiteralLike(node.moduleSpecifier) ? node.moduleSpecifier : undefined;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return ts.isStringLiteralLike(node.argument.literal) ? node.argument.literal : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument && ts.isStringLiteralLike(argument) ? argument : undefined;
  }
  return undefined;
}

function isTypeImport(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return ts.isExportDeclaration(node) ? node.isTypeOnly : ts.isImportTypeNode(node);
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return path.posix.join(path.posix.dirname(from), specifier.replace(/\?.*$/, ''));
}
