@echo off
rem Writes the report of the folder this file stands in, or of the folder dropped on it, and opens ket-qua.
chcp 65001 >nul
set "RECORDED="
setlocal EnableDelayedExpansion
set "TKCDS_DROPPED=!cmdcmdline!"
setlocal DisableDelayedExpansion
rem The program: in this folder, at the place that tkcds init recorded, in a folder tkcds below or beside this one.
set "PROGRAM="
if not defined PROGRAM if exist "%~dp0node\node.exe" set "PROGRAM=%~dp0."
if not defined PROGRAM if defined RECORDED if exist "%RECORDED%\node\node.exe" set "PROGRAM=%RECORDED%"
if not defined PROGRAM if exist "%~dp0tkcds\node\node.exe" set "PROGRAM=%~dp0tkcds"
if not defined PROGRAM if exist "%~dp0..\tkcds\node\node.exe" set "PROGRAM=%~dp0..\tkcds"
if not defined PROGRAM goto missing
"%PROGRAM%\node\node.exe" "%PROGRAM%\app\dist\cli\double-click.js" report "%~dp0." %*
pause >nul
rem Not exit /b: what stands after the & of a name would be run as a command.
exit
:missing
rem This file is plain ASCII; PowerShell writes the letters.
powershell -NoProfile -Command "[Console]::OutputEncoding = [Text.Encoding]::UTF8; [regex]::Unescape('Kh\u00f4ng t\u00ecm th\u1ea5y ch\u01b0\u01a1ng tr\u00ecnh tkcds. Ch\u00e9p th\u01b0 m\u1ee5c tkcds v\u00e0o c\u1ea1nh th\u01b0 m\u1ee5c n\u00e0y r\u1ed3i m\u1edf l\u1ea1i t\u1ec7p n\u00e0y. Nh\u1ea5n ph\u00edm b\u1ea5t k\u1ef3 \u0111\u1ec3 \u0111\u00f3ng c\u1eeda s\u1ed5.')"
pause >nul
exit
