/** Parley told the slow way. It uses nothing of the code that it is compared with. */
package dev.parley.bootstrap.service.model;
