#!/usr/bin/env node
import module from 'node:module';

// Compiled code is kept from one start to the next where Node can (from 22): a plain import would be loaded before this line.
module.enableCompileCache?.();
await import('../dist/cli/main.js');
