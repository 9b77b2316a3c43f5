/** What the page uses of the bundled vis-network; its own types would need npm. */
declare const vis: {
  DataSet: new (items?: object[]) => { getIds(): any[]; remove(ids: any[]): void; update(items: object[]): void };
  Network: new (container: HTMLElement, data: object, options: object) => any;
};
