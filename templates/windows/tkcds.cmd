@echo off
chcp 65001 >nul
"%~dp0node\node.exe" "%~dp0app\bin\tkcds.js" %*
