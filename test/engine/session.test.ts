import { describe, expect, it } from 'vitest';
import { ADMIN, startEngine } from '#test/builders/engine.ts';

const codes = (result: { readonly ok: boolean; readonly refusals?: readonly { readonly code: string }[] }): readonly string[] => (result.ok ? [] : (result.refusals ?? []).map((one) => one.code));

describe('setting up and signing in', () => {
  it('sets up a workstation, hands out 24 words, and lets its administrator in', async () => {
    const engine = startEngine();
    expect((await engine.client.get('session.look', {})).vault).toBe('none');
    const words = await engine.setUp({ areas: [{ name: 'East', code: 'E' }] });
    expect(words).toHaveLength(24);
    expect((await engine.client.get('session.look', {})).vault).toBe('locked');
    const state = await engine.signIn();
    expect(state).toMatchObject({ vault: 'open', deviceName: 'Test workstation', idleLockMinutes: 10, notices: [] });
    expect(state.actor?.principals).toContain('role:administrator');
    expect(codes(await engine.client.ask('vault.create-sample', {}))).toEqual(['bridge/unknown-ask']);
  });

  it('leaves no vault behind when setting up is refused', async () => {
    const engine = startEngine();
    const twice = await engine.client.ask('vault.create', {
      workstationName: 'W', forceName: 'F', forceCode: 'FF', hasAreas: true, areas: [{ name: 'A', code: 'A' }, { name: 'B', code: 'A' }], rank: 'Police staff', serviceNumber: '', ...ADMIN,
    });
    expect(codes(twice)).toContain('area/code-taken');
    expect((await engine.client.get('session.look', {})).vault).toBe('none');
    await engine.setUp();
    await engine.signIn();
  });
});
