import { describe, expect, it } from 'vitest';
import { crumbsOf, fileNameOf, folderOf, joinPath, nameProblem, titleOfFile, withSuffix } from './paths.ts';

describe('paths', () => {
  it('takes paths of either kind apart', () => {
    expect(fileNameOf('/home/ada/shop.arch.yaml')).toBe('shop.arch.yaml');
    expect(fileNameOf('C:\\work\\shop.arch.yaml')).toBe('shop.arch.yaml');
    expect(titleOfFile('/home/ada/shop.arch.yaml')).toBe('shop');
    expect(folderOf('/shop.arch.yaml')).toBe('/');
    expect(folderOf('C:\\work\\shop.arch.yaml')).toBe('C:\\work');
  });

  it('joins with the separator in use', () => {
    expect(joinPath('/home/ada', 'x')).toBe('/home/ada/x');
    expect(joinPath('/', 'x')).toBe('/x');
    expect(joinPath('C:\\work', 'x')).toBe('C:\\work\\x');
  });

  it('names every folder on the way', () => {
    expect(crumbsOf('/home/ada')).toEqual([
      { name: 'root', path: '/' },
      { name: 'home', path: '/home' },
      { name: 'ada', path: '/home/ada' },
    ]);
    expect(crumbsOf('/')).toEqual([{ name: 'root', path: '/' }]);
    expect(crumbsOf('C:\\work').map(({ path }) => path)).toEqual(['C:', 'C:\\work']);
  });

  it('gives a document its suffix once', () => {
    expect(withSuffix('shop')).toBe('shop.arch.yaml');
    expect(withSuffix('shop.yaml')).toBe('shop.arch.yaml');
    expect(withSuffix(' shop.arch.yaml ')).toBe('shop.arch.yaml');
  });

  it('refuses names that would leave the folder', () => {
    expect(nameProblem('../x')).toContain('slash');
    expect(nameProblem('  ')).toBe('Type a name.');
    expect(nameProblem('x'.repeat(201))).toContain('too long');
    expect(nameProblem('shop')).toBeUndefined();
  });
});
