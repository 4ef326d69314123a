/* What Wine 8 lacks and the program's libraries import, for smoke tests alone: never shipped. Two libraries from one
 * file: -DICU makes icuuc.dll, whose converters all say that they cannot (Qt then does without); else
 * bcryptprimitives.dll, whose one function fills a buffer from the system's own source of randomness. */
#include <windows.h>

#ifdef ICU
#define NOT_SUPPORTED 16
#define EXPORT __declspec(dllexport)
EXPORT void *ucnv_open(const char *name, int *error) { (void)name; *error = NOT_SUPPORTED; return NULL; }
EXPORT const char *ucnv_getAvailableName(int at) { (void)at; return NULL; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{ (void)name; (void)standard; *error = NOT_SUPPORTED; return NULL; }
EXPORT const char *ucnv_getName(const void *converter, int *error) { (void)converter; *error = NOT_SUPPORTED; return NULL; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT signed char ucnv_getMaxCharSize(const void *converter) { (void)converter; return 1; }
#define NOTHING(name) EXPORT void name(void) {}
NOTHING(ucnv_close) NOTHING(ucnv_reset) NOTHING(ucnv_getToUCallBack) NOTHING(ucnv_getFromUCallBack)
NOTHING(ucnv_setToUCallBack) NOTHING(ucnv_setFromUCallBack) NOTHING(ucnv_cbToUWriteUChars) NOTHING(ucnv_cbFromUWriteUChars)
NOTHING(ucnv_toUnicode) NOTHING(ucnv_fromUnicode) NOTHING(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NOTHING(UCNV_TO_U_CALLBACK_SUBSTITUTE)
EXPORT int ucnv_toUCountPending(const void *converter, int *error) { (void)converter; *error = NOT_SUPPORTED; return 0; }
EXPORT int ucnv_fromUCountPending(const void *converter, int *error) { (void)converter; *error = NOT_SUPPORTED; return 0; }
#else
BOOLEAN WINAPI SystemFunction036(PVOID buffer, ULONG length); /* RtlGenRandom */
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    return SystemFunction036(buffer, (ULONG)length);
}
#endif
