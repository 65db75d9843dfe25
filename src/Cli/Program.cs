System.Console.WriteLine("Hải Đăng");
