/* Desk.exe and desk-cli.exe: start the Python beside them with RefugeDesk, pass every word on, give its status back.
 *
 * Built twice: with -mwindows (no console; python w) and without (the command line). Where a file portable.txt lies
 * beside the program, records and settings are kept beside it, too (DESK_HOME), so that a stick carries everything.
 */
#include <windows.h>
#include <wchar.h>

#ifdef CONSOLE
#define PYTHON L"program\\python.exe"
#else
#define PYTHON L"program\\pythonw.exe"
#endif
#define LONGEST 32767

static wchar_t here[LONGEST], line[LONGEST];

/* What stands behind the first word of the command line, as it was typed. */
static const wchar_t *rest_of(const wchar_t *words)
{
    int quoted = 0;
    while (*words && (quoted || (*words != L' ' && *words != L'\t'))) {
        if (*words == L'"')
            quoted = !quoted;
        words++;
    }
    while (*words == L' ' || *words == L'\t')
        words++;
    return words;
}

static int start(void)
{
    STARTUPINFOW how;
    PROCESS_INFORMATION what;
    DWORD status = 1;
    wchar_t *end;

    if (!GetModuleFileNameW(NULL, here, LONGEST - 64))
        return 1;
    end = wcsrchr(here, L'\\');
    if (!end)
        return 1;
    end[1] = 0;
    if (wcslen(here) + wcslen(rest_of(GetCommandLineW())) + 64 > LONGEST)
        return 1;

    wcscpy(line, here);
    wcscat(line, L"portable.txt");
    if (GetFileAttributesW(line) != INVALID_FILE_ATTRIBUTES) {
        wcscpy(line, here);
        wcscat(line, L"records");
        SetEnvironmentVariableW(L"DESK_HOME", line);
    }
    wcscpy(line, L"\"");
    wcscat(line, here);
    wcscat(line, PYTHON L"\" -X utf8 -m refugedesk "); /* a name from anywhere can be printed into a file */
    wcscat(line, rest_of(GetCommandLineW()));

    ZeroMemory(&how, sizeof how);
    how.cb = sizeof how;
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &how, &what))
        return 1;
    WaitForSingleObject(what.hProcess, INFINITE);
    GetExitCodeProcess(what.hProcess, &status);
    return (int)status;
}

#ifdef CONSOLE
int wmain(void) { return start(); }
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR words, int how)
{
    (void)self; (void)before; (void)words; (void)how;
    return start();
}
#endif
