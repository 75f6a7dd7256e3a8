package dev.rekey.resetpassword;

/** The data of a password that was set (contract section 1.1, IsSuccessRespDto). */
record DoneData(boolean success) {}
