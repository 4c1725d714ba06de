import { z } from 'zod';

// zod would try `new Function` to see whether it may; the content security policy reports every such try.
z.config({ jitless: true });

export { z };
