@echo off
rem Checks the files or the folder dropped on this file.
chcp 65001 >nul
rem Windows does not quote a dropped name such as A&B.xlsx, so the program reads the line itself.
setlocal EnableDelayedExpansion
set "TKCDS_DROPPED=!cmdcmdline!"
setlocal DisableDelayedExpansion
"%~dp0node\node.exe" "%~dp0app\dist\cli\double-click.js" check %*
pause >nul
rem Not exit /b: what stands after the & of a name would be run as a command.
exit
