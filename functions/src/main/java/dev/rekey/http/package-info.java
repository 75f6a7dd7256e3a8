/**
 * The wire: proxy events of API Gateway in, the contract's envelope out. Handlers say which route
 * they serve, how its body is read and what is answered; everything that all routes share is done
 * here, in one order: route, size, content type, app, JSON, fields, rate, answer.
 */
@NullMarked
package dev.rekey.http;

import org.jspecify.annotations.NullMarked;
