/** The whole service as its users meet it: real HTTP, a real PostgreSQL, real signals. */
package dev.parley.bootstrap.service;
