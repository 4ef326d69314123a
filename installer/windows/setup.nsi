; Desk's installer: for the person who runs it alone (no administrator, no network), nothing added to any list of recent
; files, no file types taken. Built by build.sh, which hands over VERSION, FOLDER (what is installed) and OUT.
;   setup.exe /S [/NAME=Notes] [/DESKTOP] [/D=C:\folder]     silent; the records are never touched
;   uninstall.exe /S                                          silent; the records stay
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
RequestExecutionLevel user
Name "Desk"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Desk"
InstallDirRegKey HKCU "Software\Desk" "Folder"
Icon "${ICON}"
UninstallIcon "${ICON}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Desk"
VIAddVersionKey "FileDescription" "Desk"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" ""

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "nsDialogs.nsh"
!include "LogicLib.nsh"

Var MenuName
Var OnDesktop
Var NameField
Var DesktopBox
Var TakeRecords
Var TakeBox

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Install Desk"
!define MUI_WELCOMEPAGE_TEXT "This takes a minute or two. It needs no administrator and no internet, and it sends nothing.$\r$\n$\r$\nRecords that are on this computer already are kept as they are."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${FOLDER}\LICENSE"
Page custom NamePage NamePageLeave
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "It is ready"
!define MUI_FINISHPAGE_TEXT "You find it in the Start menu under the name you chose."
!define MUI_FINISHPAGE_RUN "$INSTDIR\Desk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open it now"
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.RecordsPage un.RecordsPageLeave
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Function .onInit
  ReadRegStr $MenuName HKCU "Software\Desk" "MenuName"
  ${If} $MenuName == ""
    StrCpy $MenuName "Desk"
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/NAME=" $R1
  ${IfNot} ${Errors}
    StrCpy $MenuName $R1
  ${EndIf}
  StrCpy $OnDesktop 0
  ClearErrors
  ${GetOptions} $R0 "/DESKTOP" $R1
  ${IfNot} ${Errors}
    StrCpy $OnDesktop 1
  ${EndIf}
FunctionEnd

Function NamePage
  !insertmacro MUI_HEADER_TEXT "What should it be called?" "Choose a name that says nothing to somebody who looks over your shoulder."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 24u "The name in the Start menu:"
  Pop $0
  ${NSD_CreateText} 0 14u 60% 14u "$MenuName"
  Pop $NameField
  ${NSD_CreateCheckbox} 0 40u 100% 14u "Put it on the desktop, too"
  Pop $DesktopBox
  ${NSD_SetFocus} $NameField
  nsDialogs::Show
FunctionEnd

Function NamePageLeave
  ${NSD_GetText} $NameField $MenuName
  ${If} $MenuName == ""
    StrCpy $MenuName "Desk"
  ${EndIf}
  ${NSD_GetState} $DesktopBox $OnDesktop
FunctionEnd

Section
  ; A program that is running holds its files: nothing is changed then.
  ${If} ${FileExists} "$INSTDIR\program\python.exe"
    ClearErrors
    Delete "$INSTDIR\program\pythonw.exe"
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "It is still open. Close it, then run this again. Nothing was changed." /SD IDOK
      SetErrorLevel 3
      Abort
    ${EndIf}
    RMDir /r "$INSTDIR\program" ; an update leaves nothing of the older version behind
  ${EndIf}
  ReadRegStr $R2 HKCU "Software\Desk" "MenuName"
  ${If} $R2 != ""
    Delete "$SMPROGRAMS\$R2.lnk"
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\$MenuName.lnk" "$INSTDIR\Desk.exe"
  ${If} $OnDesktop == 1
    CreateShortCut "$DESKTOP\$MenuName.lnk" "$INSTDIR\Desk.exe"
  ${EndIf}
  WriteRegStr HKCU "Software\Desk" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Desk" "MenuName" "$MenuName"
  !define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Desk"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$MenuName"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Function un.onInit
  StrCpy $TakeRecords 0
FunctionEnd

Function un.RecordsPage
  !insertmacro MUI_HEADER_TEXT "What about the records?" "The program goes. The records stay on this computer unless you say otherwise."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 36u "The records are in $LOCALAPPDATA\Desk, encrypted. If you take them out and have no backup, nobody can bring them back."
  Pop $0
  ${NSD_CreateCheckbox} 0 44u 100% 14u "Take out the records on this computer, too. I have a backup, or want them gone."
  Pop $TakeBox
  nsDialogs::Show
FunctionEnd

Function un.RecordsPageLeave
  ${NSD_GetState} $TakeBox $TakeRecords
FunctionEnd

Section "Uninstall"
  ClearErrors
  Delete "$INSTDIR\program\pythonw.exe"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONEXCLAMATION "It is still open. Close it, then run this again. Nothing was changed." /SD IDOK
    SetErrorLevel 3
    Abort
  ${EndIf}
  ReadRegStr $MenuName HKCU "Software\Desk" "MenuName"
  ${If} $MenuName != ""
    Delete "$SMPROGRAMS\$MenuName.lnk"
    Delete "$DESKTOP\$MenuName.lnk"
  ${EndIf}
  RMDir /r "$INSTDIR\program"
  Delete "$INSTDIR\Desk.exe"
  Delete "$INSTDIR\desk-cli.exe"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\SECURITY.md"
  Delete "$INSTDIR\LICENCES.txt"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only if nothing else is in it
  ${If} $TakeRecords == 1
    RMDir /r "$LOCALAPPDATA\Desk"
  ${EndIf}
  DeleteRegKey HKCU "Software\Desk"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall\Desk"
SectionEnd
