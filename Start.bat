@echo off
rem Double-click to open Good on Paper: this file on Windows, Start.command on macOS, Start.desktop on Linux.
rem It takes Python from uv where there is one, else the Python of this computer, and starts run.py.
title Good on Paper
cd /d "%~dp0"
rem where uv is put, which a double-click does not always look into
set "PATH=%PATH%;%USERPROFILE%\.local\bin"
set "PYTHON="

where uv >nul 2>nul
if not errorlevel 1 call :with_uv
if not defined PYTHON call :try py -3
if not defined PYTHON call :try python
if not defined PYTHON call :try python3
if not defined PYTHON goto missing

%PYTHON% run.py %*
if errorlevel 1 pause
exit /b

:with_uv
call :find
if defined PYTHON exit /b
echo Good on Paper: fetching Python with uv (about 30 MB).
uv python install 3.13
call :find
exit /b

:find
for /f "delims=" %%P in ('uv python find --system --no-project 3.13 2^>nul') do set PYTHON="%%P"
exit /b

:try
%* -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 set "PYTHON=%*"
exit /b

:missing
echo Good on Paper needs Python 3.11 or newer, and we found none on this computer.
echo Get it from https://www.python.org/downloads (about 30 MB, free).
echo Then double-click this file again.
pause
exit /b 1
