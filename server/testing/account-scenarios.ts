import type { RouteName } from '../../shared/api/contract/contract.ts';
import { asGuest, asStranger, asMember, type Scenario } from './asks.ts';
import { password } from './world.ts';

/** Scenarios of routes about the caller and other users. */
export const accountScenarios = {
  register: {
    done: async (world) => ({ by: await world.guest(), body: { email: world.newEmail(), password } }),
    refused: { conflict: asMember({ email: 'again@example.org', password }) },
  },
  signIn: {
    done: async (world) => ({ by: world.stranger(), body: { email: (await world.member()).email, password } }),
    refused: { 'wrong-credentials': asStranger({ email: 'nobody@example.org', password }) },
  },
  signOut: { done: asMember() },
  changePassword: {
    done: asMember({ current: password, next: 'another horse' }),
    refused: { 'wrong-credentials': asMember({ current: 'wrong horse', next: 'another horse' }) },
  },
  confirmIdentity: { done: asMember({ password }), refused: { 'wrong-credentials': asMember({ password: 'wrong horse' }) } },
  signOutEverywhere: { done: asMember() },
  listSignInMethods: { done: asStranger() },
  beginProviderSignIn: {
    done: async (world) => ({ by: world.stranger(), params: { provider: world.provider }, body: { purpose: 'sign-in' } }),
    refused: {
      'not-found': async (world) => ({ by: world.stranger(), params: { provider: 'nobody' }, body: { purpose: 'sign-in' } }),
      'reauthentication-needed': async (world) => {
        const by = (await world.member()).visitor;
        await world.ageSessions(by);
        return { by, params: { provider: world.provider }, body: { purpose: 'link' } };
      },
    },
  },
  finishProviderSignIn: {
    done: async (world) => {
      const by = world.stranger();
      return { by, params: { provider: world.provider }, body: await world.visitProvider(by) };
    },
    refused: {
      'not-found': async (world) => ({ by: world.stranger(), params: { provider: 'nobody' }, body: { code: 'x', state: 'y' } }),
      'wrong-credentials': async (world) => ({
        by: world.stranger(),
        params: { provider: world.provider },
        body: { code: 'x', state: 'y' },
      }),
      conflict: async (world) => {
        const by = await world.arrived();
        return { by, params: { provider: world.provider }, body: await world.visitProvider(by, 'link') };
      },
    },
  },
  listIdentities: { done: async (world) => ({ by: await world.arrived() }), refused: { 'not-allowed': asStranger() } },
  removeIdentity: {
    done: async (world) => {
      const by = (await world.member()).visitor;
      await world.call(by, 'finishProviderSignIn', { provider: world.provider }, await world.visitProvider(by, 'link'));
      return { by, params: { provider: world.provider } };
    },
    refused: {
      'not-found': async (world) => ({ by: (await world.member()).visitor, params: { provider: world.provider } }),
      conflict: async (world) => ({ by: await world.arrived(), params: { provider: world.provider } }),
      'reauthentication-needed': async (world) => {
        const by = await world.arrived();
        await world.ageSessions(by);
        return { by, params: { provider: world.provider } };
      },
    },
  },
  sendVerification: { done: asMember(), refused: { 'not-allowed': asStranger() } },
  verifyAddress: {
    done: async (world) => ({
      by: world.stranger(),
      body: { secret: await world.mailSecret((await world.member()).visitor, 'verify') },
    }),
    refused: { 'not-found': asStranger({ secret: 'never' }) },
  },
  forgotPassword: { done: async (world) => ({ by: world.stranger(), body: { email: (await world.member()).email } }) },
  resetPassword: {
    done: async (world) => ({
      by: world.stranger(),
      body: { secret: await world.mailSecret((await world.member()).visitor, 'reset'), password: 'another horse' },
    }),
    refused: { 'not-found': asStranger({ secret: 'never', password: 'another horse' }) },
  },
  getMe: { done: asStranger() },
  updateMe: { done: asGuest({ displayName: 'Ada' }) },
  listAuditLog: {
    done: async (world) => {
      const { by, id } = await world.owned();
      await world.call(by, 'updateUniverse', { id }, { isPublic: false });
      return { by, query: '?limit=3' };
    },
    refused: { 'not-allowed': asStranger() },
  },
  exportMe: {
    done: async (world) => ({ by: (await world.owned({ templateId: 'pulsar' })).by }),
    refused: { 'not-allowed': asStranger() },
  },
  deleteMe: {
    done: asMember({ password }),
    refused: {
      'wrong-credentials': asMember({ password: 'wrong horse' }),
      'reauthentication-needed': async (world) => {
        const by = await world.arrived();
        await world.ageSessions(by);
        return { by, body: {} };
      },
    },
  },
  getProfile: {
    done: async (world) => ({ by: world.stranger(), params: { id: await world.idOf((await world.member()).visitor) } }),
  },
  listNotifications: {
    done: async (world) => ({ by: (await world.notified()).by }),
    refused: { 'not-allowed': asStranger() },
  },
  countNotifications: { done: async (world) => ({ by: (await world.notified()).by }), refused: { 'not-allowed': asStranger() } },
  readNotification: {
    done: async (world) => {
      const { by, notificationId } = await world.notified();
      return { by, params: { id: notificationId } };
    },
  },
  readNotifications: { done: asGuest({ until: '2026-11-26T09:00:00.000Z' }) },
} as const satisfies Partial<Record<RouteName, Scenario>>;
